# SPDX-FileCopyrightText: 2026 The Batchdesk authors
# SPDX-License-Identifier: MIT
from batch_az import POOL, AzTest

FORMULA = "$TargetDedicatedNodes = 1; $NodeDeallocationOption = requeue;"


class Autoscale(AzTest):
    def test_enable_evaluate_and_disable(self):
        self.add("/pools", id="p", **POOL)
        self.wait_for_pool("p")
        of = ("--pool-id", "p")
        self.refused("", ["Pool_EvaluateAutoScale 409 OperationNotValidOnPool"],
                     "pool", "autoscale", "evaluate", *of, "--auto-scale-formula", FORMULA)
        self.assertIsNone(self.batch(["Pool_EnableAutoScale"], "pool", "autoscale", "enable", *of,
                                     "--auto-scale-formula", FORMULA, "--auto-scale-evaluation-interval", "PT5M"))
        self.wait_for_pool("p")
        pool = self.raw.get("/pools/p")
        self.assertEqual((pool["enableAutoScale"], pool["autoScaleFormula"], pool["autoScaleEvaluationInterval"]),
                         (True, FORMULA, "PT5M"))
        self.assertEqual(pool["currentDedicatedNodes"], 1)
        printed = self.batch(["Pool_EvaluateAutoScale"], "pool", "autoscale", "evaluate", *of,
                             "--auto-scale-formula", "$TargetDedicatedNodes = 3;")
        self.assertTrue(printed["results"].startswith("$TargetDedicatedNodes=3;"), printed)
        self.assertIsNone(printed["error"])
        printed = self.batch(["Pool_EvaluateAutoScale"], "pool", "autoscale", "evaluate", *of,
                             "--auto-scale-formula", "$TargetDedicatedNodes = nothing;")
        self.assertEqual(printed["error"]["code"], "AutoScalingFormulaEvaluationError")
        self.assertIsNone(self.batch(["Pool_DisableAutoScale"], "pool", "autoscale", "disable", *of))
        self.assertFalse(self.raw.get("/pools/p")["enableAutoScale"])
