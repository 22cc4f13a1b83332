// What every unit test includes, in the order cmocka wants.
#pragma once

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>

#define assert_within(a, b, within) assert_true(fabs((a) - (b)) <= (within))
