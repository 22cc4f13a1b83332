// What every fuzz target has: one function that libFuzzer or replay.c calls.
#pragma once

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Runs the code under test on any bytes. It returns 0; a fault is a crash or a failed assert.
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
