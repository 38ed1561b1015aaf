# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from azure.batch import models

from batch_python import IMAGE, PythonTest
from harness import until

FORMULA = "$TargetDedicatedNodes = min(2, 1 + 0 * $PendingTasks.GetSample(1));"


class Autoscale(PythonTest):
    def test_a_pool_that_scales_from_its_beginning(self):
        self.batch.pool.add(models.PoolAddParameter(
            id="scaled", vm_size="STANDARD_D2S_V3", virtual_machine_configuration=IMAGE, enable_auto_scale=True,
            auto_scale_formula="$TargetDedicatedNodes = 1;"))
        pool = until(lambda: (pool := self.batch.pool.get("scaled")).current_dedicated_nodes == 1 and pool,
                     "one node by formula")
        self.assertEqual((pool.enable_auto_scale, pool.auto_scale_evaluation_interval.total_seconds()), (True, 900))
        self.assertTrue(pool.auto_scale_run.results.startswith("$TargetDedicatedNodes=1;"))
        self.wait_for_pool("scaled")
        self.refused("OperationNotValidOnPool", 409, self.batch.pool.resize, "scaled",
                     models.PoolResizeParameter(target_dedicated_nodes=2))

    def test_enable_evaluate_and_disable(self):
        self.add_pool("p")
        self.refused("OperationNotValidOnPool", 409, self.batch.pool.evaluate_auto_scale, "p", FORMULA)
        self.batch.pool.enable_auto_scale("p", auto_scale_formula="$TargetDedicatedNodes = 0;",
                                          auto_scale_evaluation_interval="PT6M")
        pool = self.batch.pool.get("p")
        self.assertEqual((pool.enable_auto_scale, pool.auto_scale_evaluation_interval.total_seconds()), (True, 360))
        run = self.batch.pool.evaluate_auto_scale("p", "$TargetDedicatedNodes = 7; x = 1 + 2;")
        self.assertEqual((run.results, run.error), (
            "$TargetDedicatedNodes=7;$TargetLowPriorityNodes=0;$NodeDeallocationOption=requeue;x=3", None))
        run = self.batch.pool.evaluate_auto_scale("p", "$TargetDedicatedNodes = nothing;")
        self.assertEqual(run.error.code, "AutoScalingFormulaEvaluationError")
        self.wait_for_pool("p")
        self.batch.pool.disable_auto_scale("p")
        self.assertFalse(self.batch.pool.get("p").enable_auto_scale)
        _, values = self.refused("InvalidPropertyValue", 400, self.batch.pool.enable_auto_scale, "p",
                                 auto_scale_formula=FORMULA, auto_scale_evaluation_interval="PT1M")
        self.assertEqual(values["PropertyName"], "autoScaleEvaluationInterval")
        self.refused("PoolNotFound", 404, self.batch.pool.disable_auto_scale, "none")
