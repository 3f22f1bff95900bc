/**
 * A gentle, mixed load on a router of this machine, so that its pages have something to show. It
 * may use the protocols' codecs and the JDK. Start at {@link io.airouter.demo.DemoLoad}.
 */
package io.airouter.demo;
