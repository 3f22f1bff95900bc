/**
 * The pages: one view bean a screen, and beside it the values and pictures the screen shows. It may
 * use the boundary, the domain's values and who is signed in, and no engine. Start with {@link
 * io.airouter.admin.DashboardView}, then {@link io.airouter.admin.QueryView}.
 */
package io.airouter.admin;
