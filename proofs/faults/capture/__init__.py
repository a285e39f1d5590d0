"""What arrives is read, and never believed: a broken mail or calendar is a proposal or a refusal, and nothing more."""
