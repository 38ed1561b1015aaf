// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "core/run/preflight.h"
#include "ui/wizard/wizardpage.h"

#include <QFuture>
#include <QTimer>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace Batchdesk {

class FactSheet;
class Notice;
class PathEdit;
class PreflightList;

//! \brief Everything a launch will do, in words; what becomes of the results and of what was made;
//! and the checks before a launch, which run by themselves.
class ReviewPage final : public WizardPage
{
    Q_OBJECT

public:
    using Preflight =
        std::function<QFuture<QList<PreflightCheck>>(const Plan &plan, const RunStamp &stamp)>;

    ReviewPage(SettingsFile *document, Preflight preflight, QWidget *parent = nullptr);

    void showDraft(const DraftPtr &draft) override;
    void entered() override;
    //! \brief The page is no longer seen: checks wait until it is again.
    void left();

    //! \brief True while the checks run, or are about to.
    bool isChecking() const { return m_checking; }
    //! \brief True when the plan that is shown was checked and nothing failed.
    bool mayLaunch() const { return m_mayLaunch; }

Q_SIGNALS:
    //! \brief isChecking() or mayLaunch() changed.
    void checksChanged();
    void saveRequested();

protected:
    void showSettings() override;

private:
    QWidget *makeFacts();
    QWidget *makeChoices();
    void addResults(class QVBoxLayout *layout);
    void addCleanUp(QVBoxLayout *layout);
    void addChecks(QVBoxLayout *layout);
    void addButtons(QVBoxLayout *layout);
    void takeFolder(const QString &folder);
    void check();
    void takeChecks(const QList<PreflightCheck> &checks);
    void setChecking(bool checking);
    void copyAzCommands();

    Preflight m_preflight;
    FactSheet *m_facts = nullptr;
    QLabel *m_noFacts = nullptr;
    PathEdit *m_folder = nullptr;
    QLineEdit *m_container = nullptr;
    QCheckBox *m_removeJob = nullptr;
    QCheckBox *m_removePool = nullptr;
    QComboBox *m_removeContainers = nullptr;
    PreflightList *m_checks = nullptr;
    QPushButton *m_copyAz = nullptr;
    QTimer m_checkSoon;
    QTimer m_copied;
    DraftPtr m_draft;
    quint64 m_generation = 0; //!< Of the checks; answers of earlier ones are dropped.
    bool m_entered = false;
    bool m_checking = false;
    bool m_mayLaunch = false;
};

} // namespace Batchdesk
