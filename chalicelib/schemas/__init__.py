"""What was sent, read once into frozen types: shapes say which fields there are, readers what each may hold."""
