/**
 * Limits that several nodes count together, in Redis. Uses query's port and Bucket4j; whatever
 * happens to Redis, queries go on by the count of their node. Start at {@code SharedAdmission}.
 */
package io.airouter.limits;
