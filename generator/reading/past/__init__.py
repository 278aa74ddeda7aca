"""What Git remembers of the plans: files of a commit, and every version of each plan."""
