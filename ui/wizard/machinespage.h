// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/wizard/wizardpage.h"

#include <QStringList>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace Batchdesk {

class DurationEdit;
class PathEdit;

//! \brief Where it runs: account, system, size and number of nodes, what makes them ready.
class MachinesPage final : public WizardPage
{
    Q_OBJECT

public:
    explicit MachinesPage(SettingsFile *document, QWidget *parent = nullptr);

    //! \brief The accounts that can be chosen, by name; "local" is always among them.
    void setAccounts(const QStringList &names);

    void showDraft(const DraftPtr &draft) override;

Q_SIGNALS:
    void accountsRequested();

protected:
    void showSettings() override;
    void problemsShown() override;

private:
    using Change = void (*)(Settings &settings, int value);

    QWidget *makeWhere();
    QWidget *makeHow();
    void addAccount(class QVBoxLayout *layout);
    void addImage(QVBoxLayout *layout);
    void addVmSize(QVBoxLayout *layout);
    void addNodes(QVBoxLayout *layout);
    void addStartTask(QVBoxLayout *layout);
    void addJob(QVBoxLayout *layout);
    QSpinBox *addNumber(QVBoxLayout *layout, const QString &label, const QString &name,
                        const QString &jsonPath, int low, int high, Change change);
    QLineEdit *addText(QVBoxLayout *layout, const QString &label, const QString &name,
                       const QString &jsonPath,
                       void (*change)(Settings &settings, const QString &text));
    void showAccount(const QString &account);
    void showImage(const ImageChoice &image);
    void showVmSize(const QString &name);
    void showStartTask(const StartTaskChoice &start);
    //! Shows what matters for the account, and what is wrong though it does not.
    void showWhatMatters();
    QString typedVmSize() const;

    QStringList m_accounts;
    QComboBox *m_account = nullptr;
    QLabel *m_localNote = nullptr;
    QComboBox *m_image = nullptr;
    QComboBox *m_vmSize = nullptr;
    QSpinBox *m_nodes = nullptr;
    QSpinBox *m_spot = nullptr;
    QSpinBox *m_slots = nullptr;
    QLabel *m_capacity = nullptr;
    QComboBox *m_startTask = nullptr;
    PathEdit *m_script = nullptr;
    QLineEdit *m_startCommand = nullptr;
    QCheckBox *m_elevated = nullptr;
    QSpinBox *m_retries = nullptr;
    DurationEdit *m_time = nullptr;
    QLineEdit *m_preparation = nullptr;
    QLineEdit *m_poolId = nullptr;
    QLineEdit *m_jobId = nullptr;
    Field *m_accountField = nullptr;
    Field *m_imageField = nullptr;
    Field *m_vmSizeField = nullptr;
    Field *m_spotField = nullptr;
    Field *m_scriptField = nullptr;
    Field *m_startCommandField = nullptr;
};

} // namespace Batchdesk
