"""A second planner, written from the playbook's text alone by somebody who had not seen the first.

Where both know the rules they have to agree, history by history (``agreement``). READINGS.md says where the text
leaves room and which way it is read. The second one knows rules that the product does not have yet (offers to their
end, interviews that are moved, thanks to each who was there); these are not compared.
"""
