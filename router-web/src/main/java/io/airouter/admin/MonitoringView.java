package io.airouter.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Which tab of the Monitoring page is shown: that of the address. */
@Named
@RequestScoped
public class MonitoringView {
  @Inject private HttpServletRequest request;

  public List<MonitoringTab> getTabs() {
    return MonitoringTab.ALL;
  }

  public MonitoringTab getTab() {
    return MonitoringTab.of(String.valueOf(request.getParameter("tab")));
  }
}
