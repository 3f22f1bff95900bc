/**
 * Who may do what: users and roles, password hashes, tokens, API keys, sealed secrets. Rules and
 * ports only, on the JDK's cryptography and a JWT library; rows and HTTP live elsewhere. Start at
 * {@link io.airouter.access.PasswordSignIn} for people and {@link io.airouter.access.AccessKeys}
 * for applications.
 */
package io.airouter.access;
