"""Text as several checks and readers need it: decoded, folded, located, counted."""
