// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#include "ui/wizard/wizardpage.h"

#include "ui/widgets/notice.h"
#include "ui/widgets/theme.h"
#include "ui/wizard/settingsfile.h"

#include <QLabel>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace Batchdesk {

WizardPage::WizardPage(WizardStep step, const QString &introduction, SettingsFile *document,
                       QWidget *parent)
    : QWidget(parent)
    , m_step(step)
    , m_document(document)
    , m_layout(new QVBoxLayout(this))
{
    auto *text = new QLabel(introduction, this);
    text->setWordWrap(true);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2 * gridStep);
    m_layout->addWidget(text);
}

Field *WizardPage::addField(QVBoxLayout *layout, const QString &label, QWidget *editor,
                            const QStringList &jsonPaths)
{
    auto *field = new Field(label, editor, this);
    layout->addWidget(field);
    bindField(field, jsonPaths);
    return field;
}

void WizardPage::bindField(Field *field, const QStringList &jsonPaths)
{
    m_fields.append({field, jsonPaths});
}

void WizardPage::refresh()
{
    const QScopedValueRollback showing(m_showing, true);
    showSettings();
}

void WizardPage::edit(const QString &jsonPath, const std::function<void(Settings &)> &change)
{
    if (!m_showing)
        m_document->edit(jsonPath, change);
}

bool WizardPage::hasErrorAt(const QString &jsonPath) const
{
    return std::any_of(m_wrongPaths.begin(), m_wrongPaths.end(),
                       [&jsonPath](const QString &path) { return isWithin(path, jsonPath); });
}

QList<Problem> WizardPage::showProblems(const QList<Problem> &problems)
{
    QList<QStringList> errors(m_fields.size());
    QList<QStringList> warnings(m_fields.size());
    QList<Problem> rest;
    m_wrongPaths.clear();
    for (const Problem &problem : problems) {
        if (problem.step != m_step)
            continue;
        if (!problem.isWarning)
            m_wrongPaths << problem.path;
        const auto bound = std::find_if(m_fields.begin(), m_fields.end(), [&](const Bound &one) {
            return speaksFor(one.field)
                && std::any_of(one.paths.begin(), one.paths.end(), [&problem](const QString &path) {
                       return isWithin(problem.path, path);
                   });
        });
        if (bound == m_fields.end())
            rest << problem;
        else
            (problem.isWarning ? warnings : errors)[bound - m_fields.begin()]
                << errorText(problem.error);
    }
    for (qsizetype i = 0; i < m_fields.size(); ++i) {
        // A field has room for one thing at a time; the next is said when the first is mended.
        m_fields.at(i).field->setError(errors.at(i).value(0));
        m_fields.at(i).field->setWarning(warnings.at(i).value(0));
    }
    problemsShown();
    return rest;
}

void WizardPage::focusProblem()
{
    for (const Bound &bound : std::as_const(m_fields)) {
        if (!bound.field->error().isEmpty()) {
            bound.field->editor()->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace Batchdesk
