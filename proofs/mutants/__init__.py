"""Mutation testing of the planner's rules, the working days and the tick: do the quick tests notice a small mistake?

It is done here and not by a library, because of what those leave out or cost. mutmut mutates only the bodies of
functions without decorators: the rules' numbers, their tables and the properties of a course stay as they are.
cosmic-ray mutates them too, but begins a new interpreter for each, whose imports take longer than the tests.
"""
