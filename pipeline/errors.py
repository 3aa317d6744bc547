"""The one exception whose message is written for the person at the keyboard."""


class BadInput(ValueError):
    """Something given from outside cannot be used.

    The message is one clear sentence that names the offending value and the next step;
    the command line and the studio show it as it is, without a traceback.
    """
