import sys

from therapist_desk.app import main

sys.exit(main(sys.argv[1:]))
