"""The claim about time: whatever clocks, owners and ticks do, each local date has exactly one digest."""
