/**
 * The mapping database: EID-Prefixes and the locators they are reached by, as one immutable value
 * that is cheap to change by copying a path. Uses {@code java..} and the LISP values only. Start at
 * {@link io.airouter.mapping.MappingDatabase}.
 */
package io.airouter.mapping;
