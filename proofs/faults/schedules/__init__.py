"""The shipped tick in every order in which two workers can meet, with whatever may go wrong at each of their calls.

``run`` suspends the real ``Tick`` at each call of a collaborator; ``world`` and ``calls`` are the table and SES as far
as it uses them; ``fates`` says how a call may end, ``explore`` goes through all schedules, ``promise`` judges each.
"""
