// SPDX-FileCopyrightText: 2026 The Batchdesk authors
// SPDX-License-Identifier: MIT
#pragma once

#include "ui/widgets/field.h"
#include "ui/wizard/problems.h"

#include <QList>
#include <QWidget>

#include <functional>

class QVBoxLayout;

namespace Batchdesk {

class SettingsFile;

//! \brief A page of the wizard: shows a part of the document, writes back what is typed at once,
//! and says at each field what is wrong with it. It decides nothing.
class WizardPage : public QWidget
{
    Q_OBJECT

public:
    WizardPage(WizardStep step, const QString &introduction, SettingsFile *document,
               QWidget *parent = nullptr);

    WizardStep step() const { return m_step; }
    //! \brief Shows the document's settings. What is typed already stays as it is typed.
    void refresh();
    //! \brief Shows a plan; null while there is none.
    virtual void showDraft(const DraftPtr &draft) = 0;
    //! \brief The page is about to be seen.
    virtual void entered() { }
    //! \brief Says at the fields what is wrong; gives what belongs to no field of this page.
    QList<Problem> showProblems(const QList<Problem> &problems);
    //! \brief Puts the cursor into the first field that something is wrong with.
    void focusProblem();

Q_SIGNALS:
    //! \brief The folders are to be looked at again.
    void relistRequested();

protected:
    //! \brief Fills the fields from the document.
    virtual void showSettings() = 0;
    //! \brief Writes to the document what the user changed. What changes while the settings are
    //! shown is not his doing: a field may be unable to hold a wrong value as it stands in a file.
    void edit(const QString &jsonPath, const std::function<void(Settings &)> &change);
    //! \brief Makes a field for the setting at a JSON path, or at several that belong together.
    Field *addField(QVBoxLayout *layout, const QString &label, QWidget *editor,
                    const QStringList &jsonPaths);
    //! \brief The same for a field that stands in a part of the page.
    void bindField(Field *field, const QStringList &jsonPaths);
    SettingsFile &document() const { return *m_document; }
    QVBoxLayout *pageLayout() const { return m_layout; }
    //! \brief The field of that path is seen even where it does not matter, since it is wrong.
    bool hasErrorAt(const QString &jsonPath) const;
    virtual void problemsShown() { }
    //! \brief False for a field that is out of sight whatever is wrong with it: what is wrong then
    //! belongs to no field.
    virtual bool speaksFor(const Field *field) const
    {
        Q_UNUSED(field)
        return true;
    }

private:
    struct Bound
    {
        Field *field = nullptr;
        QStringList paths;
    };

    WizardStep m_step;
    SettingsFile *m_document = nullptr;
    QVBoxLayout *m_layout = nullptr;
    QList<Bound> m_fields;
    QStringList m_wrongPaths;
    bool m_showing = false;
};

} // namespace Batchdesk
