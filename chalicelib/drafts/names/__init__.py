"""What a name as typed tells: who is meant, which of the words is the first name, and how it is written."""
