// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/localservice/autoscale/expression.h"
#include "core/localservice/batch/shape.h"

//! \brief What bodies say about automatic scaling.
namespace Batchdesk::LocalService {

const Shape &enableAutoScaleShape();
const Shape &evaluateAutoScaleShape();

//! \brief Reads a formula; throws ApiError AutoScalingFormulaSyntaxError or
//! AutoScalingFormulaTooLong.
Autoscale::Formula readFormula(const std::string &text);
//! \brief Formula and interval, where they are given; throws ApiError.
void checkAutoScale(const Json &body);
//! \brief Whether a new pool has a number of nodes or a formula, and not both; throws ApiError
//! InvalidAutoScalingSettings.
void checkScaling(const Json &pool);

} // namespace Batchdesk::LocalService
