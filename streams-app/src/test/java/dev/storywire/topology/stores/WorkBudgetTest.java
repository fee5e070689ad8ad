package dev.storywire.topology.stores;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.storywire.story.prepare.RefusedItemException;
import org.junit.jupiter.api.Test;

class WorkBudgetTest {
  private final WorkBudget budget = new WorkBudget();

  @Test
  void failsWithOneOperationMoreThanAllowed() {
    spend(WorkBudget.MAX_NAME_OPERATIONS);
    assertThatThrownBy(budget::spend).isInstanceOf(RefusedItemException.class);
  }

  @Test
  void isResetForEachRecord() {
    spend(WorkBudget.MAX_NAME_OPERATIONS);
    budget.reset();
    assertThatCode(() -> spend(WorkBudget.MAX_NAME_OPERATIONS)).doesNotThrowAnyException();
  }

  private void spend(int operations) {
    for (int i = 0; i < operations; i++) {
      budget.spend();
    }
  }
}
