/**
 * Who may do what: users and roles, password hashes, tokens, API keys. Rules and ports only; rows
 * and HTTP live elsewhere. Start at {@link io.airouter.access.Caller}.
 */
package io.airouter.access;
