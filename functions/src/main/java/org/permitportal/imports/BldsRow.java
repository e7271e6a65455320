package org.permitportal.imports;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.serde.annotation.Serdeable;
import java.lang.reflect.RecordComponent;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A row of the permits file of the open data standard BLDS v1.2 (permitdata.org). All cells are
 * text. The JSON names are the standard's column names.
 */
@Serdeable
public record BldsRow(
    @Nullable @JsonProperty("PermitNum") String permitNum,
    @Nullable @JsonProperty("Description") String description,
    @Nullable @JsonProperty("AppliedDate") String appliedDate,
    @Nullable @JsonProperty("IssuedDate") String issuedDate,
    @Nullable @JsonProperty("CompletedDate") String completedDate,
    @Nullable @JsonProperty("StatusCurrent") String statusCurrent,
    @Nullable @JsonProperty("OriginalAddress1") String originalAddress1,
    @Nullable @JsonProperty("OriginalAddress2") String originalAddress2,
    @Nullable @JsonProperty("OriginalCity") String originalCity,
    @Nullable @JsonProperty("OriginalState") String originalState,
    @Nullable @JsonProperty("OriginalZip") String originalZip,
    @Nullable @JsonProperty("Jurisdiction") String jurisdiction,
    @Nullable @JsonProperty("PermitClass") String permitClass,
    @Nullable @JsonProperty("PermitClassMapped") String permitClassMapped,
    @Nullable @JsonProperty("StatusCurrentMapped") String statusCurrentMapped,
    @Nullable @JsonProperty("WorkClass") String workClass,
    @Nullable @JsonProperty("WorkClassMapped") String workClassMapped,
    @Nullable @JsonProperty("PermitType") String permitType,
    @Nullable @JsonProperty("PermitTypeMapped") String permitTypeMapped,
    @Nullable @JsonProperty("PermitTypeDesc") String permitTypeDesc,
    @Nullable @JsonProperty("StatusDate") String statusDate,
    @Nullable @JsonProperty("TotalSqFt") String totalSqFt,
    @Nullable @JsonProperty("Link") String link,
    @Nullable @JsonProperty("Latitude") String latitude,
    @Nullable @JsonProperty("Longitude") String longitude,
    @Nullable @JsonProperty("EstProjectCost") String estProjectCost,
    @Nullable @JsonProperty("HousingUnits") String housingUnits,
    @Nullable @JsonProperty("PIN") String pin,
    @Nullable @JsonProperty("ContractorCompanyName") String contractorCompanyName,
    @Nullable @JsonProperty("ContractorTrade") String contractorTrade,
    @Nullable @JsonProperty("ContractorTradeMapped") String contractorTradeMapped,
    @Nullable @JsonProperty("ContractorLicNum") String contractorLicNum,
    @Nullable @JsonProperty("ContractorStateLic") String contractorStateLic,
    @Nullable @JsonProperty("ProposedUse") String proposedUse,
    @Nullable @JsonProperty("AddedSqFt") String addedSqFt,
    @Nullable @JsonProperty("RemovedSqFt") String removedSqFt,
    @Nullable @JsonProperty("MasterPermitNum") String masterPermitNum,
    @Nullable @JsonProperty("ExpiresDate") String expiresDate,
    @Nullable @JsonProperty("COIssuedDate") String coIssuedDate,
    @Nullable @JsonProperty("HoldDate") String holdDate,
    @Nullable @JsonProperty("VoidDate") String voidDate,
    @Nullable @JsonProperty("ProjectName") String projectName,
    @Nullable @JsonProperty("Fee") String fee) {
  /** Returns the text of each cell that is not blank, by the name of its column. */
  SortedMap<String, String> cells() {
    SortedMap<String, String> cells = new TreeMap<>();
    for (RecordComponent column : BldsRow.class.getRecordComponents()) {
      try {
        if (column.getAccessor().invoke(this) instanceof String text && !text.isBlank()) {
          cells.put(name(column), text.strip());
        }
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }
    return cells;
  }

  private static String name(RecordComponent column) {
    JsonProperty renamed = column.getAccessor().getAnnotation(JsonProperty.class);
    return renamed == null ? column.getName() : renamed.value();
  }
}
