package org.meetingrecords.importing.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnSymbolTest {

  @ParameterizedTest
  @CsvSource({
    "R/21/2228, A/RES/2228(XXI)",
    "R/24/2504A, A/RES/2504A(XXIV)",
    "R/31/6, A/RES/31/6",
    "R/42/209/C, A/RES/42/209C",
    "R/33/116A/IV, A/RES/33/116A",
    "R/31/208/I, A/RES/31/208",
    "R/34/422, A/DEC/34/422",
    "R/32/450B, A/DEC/32/450B",
    "ESS/10/2, A/RES/ES-10/2",
    "SS/9/1, A/RES/S-9/1",
    "R/1/361,",
    "R/15/1593,",
    "R/29/3397,",
    "ESS/1/126A,",
    "R/6444A,",
    "R/99999999999/1,",
    "R/31/99999999999,",
    "'',"
  })
  void writesSymbolsAsTheUnitedNationsDo(String recorded, String symbol) {
    assertThat(UnSymbol.of(recorded).map(UnSymbol::symbol).orElse(null)).isEqualTo(symbol);
  }
}
