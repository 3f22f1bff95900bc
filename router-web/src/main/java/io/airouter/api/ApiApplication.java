package io.airouter.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The resources below {@code /api/v1}. */
@ApplicationPath(ApiApplication.PATH)
public class ApiApplication extends Application {
  static final String PATH = "/api/v1";
}
