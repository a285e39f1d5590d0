"""The shipped tick, in every interleaving of two workers, with every fault at each of their calls.

- ``run``: suspends the real ``Tick`` at each call of a collaborator
- ``world``, ``calls``: the table and SES, as far as the tick uses them
- ``fates``: how a call may end
- ``explore``: goes through all schedules
- ``promise``: judges each schedule
"""
