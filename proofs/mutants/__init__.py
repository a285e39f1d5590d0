"""Mutation testing of the planner's rules, the working days and the tick: do the quick tests notice a small mistake?

We do not use a library for it, because of what those leave out or cost. mutmut mutates only the bodies of functions
without decorators: the rules' numbers, their tables and the properties of a process state stay as they are. cosmic-ray
mutates them too, but starts a new interpreter for each mutant, whose imports take longer than the tests.
"""
