"""Deploy Afterword to an AWS account, operate it there, and remove it. ``make help`` lists the commands."""
