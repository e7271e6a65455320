package org.permitportal.staff.handlers;

import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.permitportal.http.ForStaff;
import org.permitportal.http.Reply;
import org.permitportal.imports.BldsRow;
import org.permitportal.imports.PermitImport;
import org.permitportal.platform.Caller.StaffMember;
import org.permitportal.platform.StaffPermission;

/** {@code POST /v1/staff/permit-imports}: imports permits from the city's present system. */
public final class ImportPermitsHandler
    extends ForStaff<ImportPermitsHandler.Request, PermitImport.Report> {
  /** The line of the first row; line 1 holds the column names. */
  private static final int FIRST_LINE = 2;

  @Inject PermitImport imports;

  public ImportPermitsHandler() {}

  public ImportPermitsHandler(ApplicationContext context) {
    super(context);
  }

  @Serdeable
  record Request(
      @NotNull @Size(min = 1, max = 200) List<BldsRow> rows,
      @Nullable @Min(1) @Max(10_000_000) Integer firstLine) {}

  @Override
  protected StaffPermission permission() {
    return StaffPermission.IMPORT_PERMITS;
  }

  @Override
  protected Reply<PermitImport.Report> handle(Request request, StaffMember caller) {
    int firstLine = request.firstLine() == null ? FIRST_LINE : request.firstLine();
    return Reply.ok(imports.run(caller, request.rows(), firstLine));
  }
}
