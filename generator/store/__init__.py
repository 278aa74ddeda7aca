"""What is kept between runs: values and finished folders, by content."""
