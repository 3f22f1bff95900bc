/**
 * The pages as a person uses them, in a real browser against the real server; with {@code
 * -Dscreenshots=true} the pictures of the documentation are made on the way. It may use the running
 * server and Playwright. Start at {@link io.airouter.browser.BrowserIT}.
 */
package io.airouter.browser;
