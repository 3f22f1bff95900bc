package io.airouter.admin;

import io.airouter.boundary.SdnControllers;
import io.airouter.boundary.SdnRefusedException;
import io.airouter.sdn.Certificates;
import io.airouter.sdn.Controller;
import io.airouter.sdn.ControllerLogin;
import io.airouter.sdn.ControllerName;
import io.airouter.sdn.ControllerType;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Makes a new controller. */
@Named
@RequestScoped
public class SdnControllerForm {
  @Inject private SdnControllers controllers;

  private String name = "";
  private String type = ControllerType.OPENDAYLIGHT.word();
  private String url = "";
  private String username = "";
  private String password = "";
  private String certificates = "";
  private boolean publish = true;
  private boolean imports;

  /** Keeps it and goes to its page. */
  public String create() {
    try {
      Controller controller = controller();
      controllers.create(controller);
      return "/sdn-controller.xhtml?faces-redirect=true&name=" + controller.name();
    } catch (IllegalArgumentException | SdnRefusedException e) {
      return refused(String.valueOf(e.getMessage()));
    } catch (EJBAccessException e) {
      return refused("Only an admin may add a controller.");
    }
  }

  private Controller controller() {
    Optional<ControllerLogin> login =
        username.isBlank()
            ? Optional.empty()
            : Optional.of(new ControllerLogin(username.strip(), password));
    Optional<String> trust =
        Optional.of(certificates).filter(pem -> !pem.isBlank()).map(SdnControllerForm::checked);
    return new Controller(
        new ControllerName(name.strip()),
        ControllerType.ofWord(type),
        Controller.url(url),
        login,
        publish,
        imports,
        trust,
        Controller.Source.MADE);
  }

  private static String checked(String pem) {
    return Certificates.read(pem).isEmpty() ? "" : pem;
  }

  private static String refused(String reason) {
    FacesContext.getCurrentInstance()
        .addMessage("add:submit", new FacesMessage(FacesMessage.SEVERITY_ERROR, reason, reason));
    return "";
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getType() {
    return type;
  }

  public void setType(String type) {
    this.type = type;
  }

  public String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  public String getCertificates() {
    return certificates;
  }

  public void setCertificates(String certificates) {
    this.certificates = certificates;
  }

  public boolean isPublish() {
    return publish;
  }

  public void setPublish(boolean publish) {
    this.publish = publish;
  }

  public boolean isImports() {
    return imports;
  }

  public void setImports(boolean imports) {
    this.imports = imports;
  }
}
