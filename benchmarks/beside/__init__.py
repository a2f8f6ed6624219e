"""What runs in the environment of the peers, where quizgen is not: each module takes a file, and tells what it took."""
