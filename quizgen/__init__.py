"""quizgen: question banks, proven against the briefs that they ask about, compiled into study material."""

__version__ = "0.1.0"
