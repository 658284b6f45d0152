"""Reading: a file of any kind → sheets → tables found by their headers → rows with their origin."""
