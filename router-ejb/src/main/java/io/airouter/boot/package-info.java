/**
 * The composition root: what the router is made of and in which order it starts. Sees all of
 * router-ejb, and nothing sees it but the web, which reads the configuration. Start at {@link
 * io.airouter.boot.RouterBoot}.
 */
package io.airouter.boot;
