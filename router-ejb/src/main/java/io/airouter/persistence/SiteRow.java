package io.airouter.persistence;

import io.airouter.access.SecretBox;
import io.airouter.mapserver.NotifyPort;
import io.airouter.mapserver.ReplayMode;
import io.airouter.mapserver.Site;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;

/** A row of {@code site} with its prefixes and its sealed keys. */
@Entity
@Table(name = "site")
class SiteRow {
  @Id private String name;

  @Column(name = "accept_more_specifics")
  private boolean acceptMoreSpecifics;

  @Column(name = "replay_mode")
  private String replayMode;

  @Column(name = "notify_port")
  private String notifyPort;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "site_eid_prefix", joinColumns = @JoinColumn(name = "site"))
  @OrderColumn(name = "position")
  private List<SiteEidPrefix> prefixes = new ArrayList<>();

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "site_key", joinColumns = @JoinColumn(name = "site"))
  @OrderColumn(name = "position")
  private List<SiteKeyColumns> keys = new ArrayList<>();

  protected SiteRow() {}

  static SiteRow of(Site site, SecretBox box) {
    SiteRow row = new SiteRow();
    row.name = site.name();
    row.acceptMoreSpecifics = site.acceptMoreSpecifics();
    row.replayMode = Words.word(site.replayMode());
    row.notifyPort = Words.word(site.notifyPort());
    site.eidPrefixes().forEach(eid -> row.prefixes.add(SiteEidPrefix.of(eid)));
    site.keys().forEach(key -> row.keys.add(SiteKeyColumns.of(site.name(), key, box)));
    return row;
  }

  Site toSite(SecretBox box) {
    return new Site(
        name,
        prefixes.stream().map(SiteEidPrefix::toEidPrefix).toList(),
        acceptMoreSpecifics,
        keys.stream().map(key -> key.toKey(name, box)).toList(),
        Words.value(ReplayMode.class, replayMode),
        Words.value(NotifyPort.class, notifyPort));
  }
}
