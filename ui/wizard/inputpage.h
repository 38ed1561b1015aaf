// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/wizard/wizardpage.h"

class QCheckBox;
class QLabel;
class QPlainTextEdit;

namespace Batchdesk {

class InputModel;
class LinesEdit;
class LiveTable;
class PathEdit;
struct FileHead;

//! \brief The data: its folder, which files of it, and the list of what was found.
class InputPage final : public WizardPage
{
    Q_OBJECT

public:
    explicit InputPage(SettingsFile *document, QWidget *parent = nullptr);

    void showDraft(const DraftPtr &draft) override;

protected:
    void showSettings() override;

private:
    QWidget *makeForm();
    QWidget *makeList();
    LinesEdit *addPatterns(class QVBoxLayout *layout, const QString &label, const QString &name,
                           const QString &jsonPath, QList<QString> Settings::Inputs::*member);
    void takeFolder(const QString &folder);
    void showHead();
    void showHead(const QString &name, const FileHead &head);
    QString sumText() const;

    PathEdit *m_folder = nullptr;
    LinesEdit *m_include = nullptr;
    LinesEdit *m_exclude = nullptr;
    QCheckBox *m_recursive = nullptr;
    QLabel *m_sum = nullptr;
    LiveTable *m_table = nullptr;
    InputModel *m_model = nullptr;
    QLabel *m_headTitle = nullptr;
    QPlainTextEdit *m_head = nullptr;
    DraftPtr m_draft;
    QString m_shownFile; //!< Of which the first lines are shown, or asked for.
};

} // namespace Batchdesk
