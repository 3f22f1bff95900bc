package io.airouter.api;

import io.airouter.api.EditDesk.Order;
import io.airouter.boundary.Catalogue;
import io.airouter.model.CatalogueEdit.EndpointEdit;
import io.airouter.model.EndpointId;
import io.airouter.model.ModelId;
import io.airouter.model.Origin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Makes endpoints, whichever path they are posted to. */
@ApplicationScoped
public class NewEndpoints {
  @Inject private Catalogue catalogue;
  @Inject private EditDesk desk;

  /** 201 with where it is now, unless it is a dry run. */
  public Response create(ModelId model, EditFields fields, boolean dryRun) {
    Optional<EndpointId> id =
        fields.parsed("id", EndpointId::new, "letters a-z, digits, '-' and '.'");
    if (id.isEmpty()) {
      fields.wrong("id", "must be given");
      fields.refuse();
    }
    EndpointId fresh = id.orElseThrow();
    EndpointFields.Read read =
        new EndpointFields(fields, Optional.empty()).read(fresh, model, Origin.CONFIGURED);
    if (catalogue.snapshot().catalogue().endpoint(fresh).isPresent()) {
      throw ModelsResource.exists("id", "endpoint " + fresh);
    }
    return desk.answer(
        Order.of(EndpointEdit.create(read.endpoint()), dryRun)
            .with(read.secrets())
            .at(ApiApplication.PATH + "/endpoints/" + fresh));
  }
}
