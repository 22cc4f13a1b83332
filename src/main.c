// The program: its arguments go to the command line's library.
#include "cli/cli.h"

int main(int argc, char **argv) {
    return cli_main(argc, argv);
}
