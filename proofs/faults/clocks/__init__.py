"""The claim about time: whatever the clocks, the owner and the ticks do, each local date has its digest, once."""
