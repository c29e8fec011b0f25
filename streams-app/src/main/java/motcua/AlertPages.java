package motcua;

import java.time.InstantSource;
import javax.sql.DataSource;
import motcua.alert.ActIds;
import motcua.alert.Briefings;
import motcua.alert.Handling;
import motcua.alert.ResendSchedule;
import motcua.http.AlertParts;
import motcua.readmodel.ReadModel;
import motcua.readmodel.postgres.PostgresAlertActStore;
import motcua.readmodel.postgres.PostgresAlertReadModel;
import motcua.report.Reports;
import motcua.runtime.KafkaAlertActs;
import motcua.topology.Topics;

/** What the page needs to show alerts and to take what people do with them. */
final class AlertPages {
  private AlertPages() {}

  static AlertParts open(
      Installation installation, Reports reports, ReadModel readModel, DataSource queries) {
    var alerts = new PostgresAlertReadModel(queries);
    var handling =
        new Handling(
            alerts,
            new PostgresAlertActStore(queries),
            acts(installation),
            installation.clock(),
            new ActIds(InstantSource.system()));
    installation.parts().opened(new ResendSchedule(handling)).start();
    return new AlertParts(
        alerts,
        new Briefings(
            reports,
            readModel,
            installation.reference(),
            installation.files().alerts(),
            installation.clock()),
        handling);
  }

  private static KafkaAlertActs acts(Installation installation) {
    return installation
        .parts()
        .opened(
            KafkaAlertActs.connect(
                installation.kafka(), installation.contracts().codecs().writer(Topics.ALERT_ACTS)));
  }
}
