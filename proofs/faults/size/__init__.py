"""The claim that no answer is larger than Lambda sends, whatever is stored, and that what does not fit is on a page."""
